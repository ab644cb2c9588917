/**
 * Puts functions that give Node's bits in the place of the browser's own, which differ in the last digit and so would the
 * map. To be imported before everything else.
 */
import { atan2 } from "../../../src/lib/fdlibm-atan.ts";
import { cos, exp, log, log2, sin } from "../../../src/lib/fdlibm.ts";

Object.assign(Math, { atan2, cos, exp, log, log2, sin });
