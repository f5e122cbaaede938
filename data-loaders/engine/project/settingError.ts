/** A setting that cannot be used, or something that a command needs and that is not there, with what to do about it. */
export class SettingError extends RangeError {}
