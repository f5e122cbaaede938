/** 97.5 % quantile of the standard normal distribution: half the width, in standard errors, of a 95 % interval. */
export const NORMAL_975 = 1.959963984540054;
