import type {Matrix} from "../matrices/matrix.js";
import {requireFinite} from "../matrices/requireFinite.js";
import {inverseLogit} from "./inverseLogit.js";
import {linearPredictor} from "./linearPredictor.js";

/**
 * Probability of outcome 1 for every row, by a logistic regression. Cost: n·d.
 *
 * @param coefficients d + 1 log-odds, intercept first
 * @param x n × d, columns as in the fit
 * @returns n probabilities in [0, 1]
 * @throws RangeError if the numbers do not fit, or a value of x is not finite
 */
export function predictedProbability(coefficients: Float64Array, x: Matrix): Float64Array {
  requireFinite(x);
  return linearPredictor(coefficients, x).map(inverseLogit);
}
