import {workerCode} from "../../data-loaders/publish/lab/workerCode.js";

process.stdout.write(await workerCode());
