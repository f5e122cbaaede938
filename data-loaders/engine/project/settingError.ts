/** A setting that cannot be used, with what to do about it. */
export class SettingError extends RangeError {}
