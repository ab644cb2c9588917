/**
 * Sigma's program for standing edges: a line of one pixel from middle to middle, more or less transparent.
 */
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { EdgeProgram, type ProgramInfo } from "sigma/rendering";

/** What a reducer tells of an edge beyond what Sigma asks for. */
export interface Tie extends EdgeDisplayData {
  /** Four bytes as a float, as `rgbaToFloat` packs them, channels not yet times alpha. */
  readonly ink: number;
}

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute vec4 a_ink;
uniform mat3 u_matrix;
varying vec4 v_color;

void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  v_color = vec4(a_ink.rgb * a_ink.a, a_ink.a);
}
`;

const FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_color;

void main(void) {
  gl_FragColor = v_color;
}
`;

const UNIFORMS = ["u_matrix"] as const;

export class TieProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, LINES } = WebGLRenderingContext;
    return {
      VERTICES: 2,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: LINES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_ink", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
    };
  }

  override processVisibleItem(
    _id: number,
    at: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData,
  ): void {
    const { array } = this;
    const { ink } = data as Tie;
    array[at] = source.x;
    array[at + 1] = source.y;
    array[at + 2] = ink;
    array[at + 3] = target.x;
    array[at + 4] = target.y;
    array[at + 5] = ink;
  }

  override setUniforms({ matrix }: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations["u_matrix"]!, false, matrix);
  }
}
