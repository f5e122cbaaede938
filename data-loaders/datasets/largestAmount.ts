/**
 * More dollars than any card moves: beyond it a number is a slip of the keys or a broken export. It also keeps squared
 * distances within what a computer's numbers hold.
 */
export const LARGEST_AMOUNT = 1e9;
