/**
 * A sentence without the signs of LaTeX and typography that patterns stumble over, as long as before: offsets stay.
 */
const ODD = /[\\$~{}\u2010-\u2015\u2212\u00a0\u2009\u202f\u2019]/;

export function readableLength(given: string): string {
  if (!ODD.test(given)) return given;
  return given
    .replace(/\\times(?![a-z])/g, "××××××")
    .replace(/\\pm(?![a-z])/g, "±  ")
    .replace(/\\(?:sim|approx)(?![a-z])/g, (sign) => "~".padEnd(sign.length))
    .replace(/\\(?:mathbf|mathrm|text|textbf|emph|mathit|texttt|textit)(?![a-z])/g, (sign) => " ".repeat(sign.length))
    .replace(/\\(?=[%&_#])/g, " ")
    .replace(/[${}\u00a0\u2009\u202f]/g, " ")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\u2019/g, "'");
}
