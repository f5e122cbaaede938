// Loaded into every Node process of a build (NODE_OPTIONS): notes each connection that is not to this machine.
import {appendFileSync} from "node:fs";
import {Socket} from "node:net";

const {connect} = Socket.prototype;

Socket.prototype.connect = function (...args) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  const options = typeof first === "object" ? first : {port: first, host: args[1]};
  const isPath = options.path !== undefined || Number.isNaN(Number(options.port));
  const host = options.host ?? "localhost";
  if (!isPath && !/^(localhost|127\.[\d.]+|::1)$/.test(host))
    appendFileSync(process.env.CONNECTION_LOG, `${host}:${options.port} from ${process.argv.join(" ")}\n`);
  return connect.apply(this, args);
};
