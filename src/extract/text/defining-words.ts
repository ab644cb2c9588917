/** Words that say that one form stands for another: "(or FEM)", "FEM stands for …". Written by hand. Lower case. */
export const DEFINING_WORDS: ReadonlySet<string> = new Set(
  (
    "or abbreviated abbr a.k.a. aka called coined defined denoted denotes denoting designated dubbed hereafter hereinafter " +
    "henceforth i.e. known meaning means named refers short stands standing termed"
  ).split(" "),
);
