/**
 * A program that draws nothing, in the place of those that Sigma brings along: none of them is used, and compiling them
 * without a graphics card takes longer than all else that it does before its first picture.
 */
export class NoProgram {
  drawLabel = undefined;
  drawHover = undefined;

  kill(): void {}

  reallocate(): void {}

  process(): void {}

  render(): void {}
}
