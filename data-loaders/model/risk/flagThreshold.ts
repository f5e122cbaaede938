/** Probability from which the saved model flags a customer. */
export const FLAG_THRESHOLD = 0.5;
