import {PassError} from "../population/population.js";

/** A query over a table in a warehouse that failed. */
export class WarehouseError extends PassError {
  /**
   * @param address the table, without anything secret
   * @param pass what was asked for, in words
   * @param found what happened
   * @param remedy what to do
   * @param engine name of the error in the engine, such as `TABLE_NOT_FOUND`; undefined where no engine answered
   */
  constructor(
    address: string,
    pass: string,
    found: string,
    remedy: string,
    readonly engine?: string,
  ) {
    super(pass, `${found.replace(/[.\s]+$/, "")}. ${remedy}`);
    this.message = `cannot use ${address}: ${this.message}`;
  }
}
