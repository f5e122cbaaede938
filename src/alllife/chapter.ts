import type {Chapter} from "../charts/chapter.js";

export const chapter: Chapter = {id: "alllife", schema: "alllife"};
