import type {Chapter} from "../charts/chapter.js";

export const chapter: Chapter = {id: "card-usage", schema: "card_usage"};
