/**
 * Sigma's program for nodes: every node is one point whose fragments cut out the shape and its ring. Cheap even without
 * a graphics card; shapes tell papers, methods and concepts apart without colour.
 */
import type Sigma from "sigma";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import { MIN_RADIUS } from "../camera/projection.ts";

/** What a reducer tells of a node beyond what Sigma asks for. */
export interface Mark extends NodeDisplayData {
  /** Place in `SHAPES`. */
  readonly shape: number;
  /** Four bytes as a float, as `rgbaToFloat` packs them: outline and inside. */
  readonly line: number;
  readonly fill: number;
}

/** Space around the unit shape inside its square of pixels, for corners and smooth edges. */
const MARGIN = "1.42";

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute vec4 a_line;
attribute vec4 a_fill;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
varying vec4 v_line;
varying vec4 v_fill;
varying float v_shape;
varying float v_radius;

void main() {
  float radius = max(a_size / u_sizeRatio, ${MIN_RADIUS.toFixed(1)});
  v_line = a_line;
  v_fill = a_fill;
  v_radius = radius * u_pixelRatio;
  v_shape = a_shape;
  gl_PointSize = v_radius * 2.0 * ${MARGIN};
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  // Hidden nodes have no size.
  if (a_size == 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
`;

/** Signed distances in units of the radius; shapes 0…5 are papers, methods, tasks, datasets, metrics, concepts. */
const FRAGMENT = /* glsl */ `
precision mediump float;

varying vec4 v_line;
varying vec4 v_fill;
varying float v_shape;
varying float v_radius;

float distanceTo(float shape, vec2 p) {
  if (shape < 0.5 || shape > 4.5) return length(p) - 1.0;
  if (shape < 1.5) return (abs(p.x) + abs(p.y) - 1.3) * 0.7071;
  if (shape < 2.5) return max(abs(p.x) * 0.866 + p.y * 0.5, -p.y) - 0.62;
  if (shape < 3.5) return max(abs(p.x), abs(p.y)) - 0.88;
  vec2 a = abs(p);
  return min(max(a.x - 1.05, a.y - 0.42), max(a.x - 0.42, a.y - 1.05));
}

void main(void) {
  vec2 p = (gl_PointCoord - 0.5) * 2.0 * ${MARGIN};
  p.y = -p.y;
  float d = distanceTo(v_shape, p);
  float pixel = 1.0 / v_radius;
  float line = v_shape < 0.5 ? max(0.34, 1.1 * pixel) : min(0.3, 0.9 * pixel);
  vec4 body = mix(v_line, v_fill, smoothstep(-0.6 * pixel, 0.6 * pixel, -line - d));
  gl_FragColor = mix(vec4(body.rgb, 1.0), vec4(0.0), smoothstep(-0.6 * pixel, 0.6 * pixel, d));
}
`;

const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_pixelRatio"] as const;

export class MarkProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  /** Without a second picture to find nodes by: `open-sigma.ts` asks the columns. */
  constructor(gl: WebGLRenderingContext | WebGL2RenderingContext, _picking: WebGLFramebuffer | null, sigma: Sigma) {
    super(gl, null, sigma);
  }

  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, POINTS } = WebGLRenderingContext;
    return {
      VERTICES: 1,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: POINTS,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_shape", size: 1, type: FLOAT },
        { name: "a_line", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_fill", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
    };
  }

  override processVisibleItem(_id: number, at: number, data: NodeDisplayData): void {
    const { x, y, size, shape, line, fill } = data as Mark;
    const { array } = this;
    array[at] = x;
    array[at + 1] = y;
    array[at + 2] = size;
    array[at + 3] = shape;
    array[at + 4] = line;
    array[at + 5] = fill;
  }

  override setUniforms({ matrix, sizeRatio, pixelRatio }: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations["u_matrix"]!, false, matrix);
    gl.uniform1f(uniformLocations["u_sizeRatio"]!, sizeRatio);
    gl.uniform1f(uniformLocations["u_pixelRatio"]!, pixelRatio);
  }
}
