// What a manager asks next: the cost from other sides, and a closer look at the absence. Folded, each with a line of its own.
import type { App } from "../app";
import { folded } from "./folds";
import { lengths, repeated, rolling } from "./measures";
import { booked, methods } from "./methods";
import { example, parties } from "./parties";
import { replacement } from "./replacement";
import { statutory } from "./statutory";
import { spread, watch } from "./watch";

export const closer = (app: App) => folded("closer", parties(app), example(app), methods(app), booked(app), replacement(app));
export const measures = (app: App) => folded("measures", rolling(app), lengths(app), repeated(app), watch(app), spread(app), statutory(app));
