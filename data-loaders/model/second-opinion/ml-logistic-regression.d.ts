declare module "ml-logistic-regression" {
  import type {Matrix} from "ml-matrix";

  /** The parts of the package that we use; it has no types of its own. */
  export default class LogisticRegression {
    constructor(options: {numSteps: number; learningRate: number});
    train(features: Matrix, labels: Matrix): void;
    /** One for each class; that of class 0 holds, unlike its name says, the log-odds of class 1. */
    classifiers: {weights: Matrix}[];
  }
}
