/**
 * Draws every node as one point whose fragments cut out the shape: cheap even without a graphics card, and shapes tell
 * papers, methods and the kinds of concepts apart without colour.
 */
import type Sigma from "sigma";
import { EdgeLineProgram, NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

/** What the reducer adds to sigma's own display data. */
export interface ShapeData extends NodeDisplayData {
  /** Colour inside; `color` is the outline's. */
  readonly fill: string;
  /** Place in `SHAPES`. */
  readonly shape: number;
}

/** Space around the unit shape inside its square of pixels, for corners and smooth edges. */
const MARGIN = "1.42";

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_fill;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;

varying vec4 v_color;
varying vec4 v_fill;
varying float v_shape;
varying float v_radius;

const float bias = 255.0 / 254.0;

void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  v_radius = max(a_size / u_sizeRatio, 1.5) * u_pixelRatio;
  gl_PointSize = v_radius * 2.0 * ${MARGIN};
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  v_fill = a_id;
  #else
  v_color = a_color;
  v_fill = a_fill;
  #endif
  v_color.a *= bias;
  v_fill.a *= bias;
}
`;

/** Signed distances in units of the radius; shapes 0…5 are papers, methods, tasks, datasets, metrics, concepts. */
const FRAGMENT = /* glsl */ `
precision mediump float;

varying vec4 v_color;
varying vec4 v_fill;
varying float v_shape;
varying float v_radius;

const vec4 transparent = vec4(0.0);

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
  #ifdef PICKING_MODE
  gl_FragColor = d > 0.15 ? transparent : v_color;
  #else
  float pixel = 1.0 / v_radius;
  float line = v_shape < 0.5 ? max(0.34, 1.1 * pixel) : min(0.3, 0.9 * pixel);
  vec4 body = mix(v_color, v_fill, smoothstep(-0.6 * pixel, 0.6 * pixel, -line - d));
  gl_FragColor = mix(body, transparent, smoothstep(-0.6 * pixel, 0.6 * pixel, d));
  #endif
}
`;

const UNIFORMS = ["u_sizeRatio", "u_pixelRatio", "u_matrix"] as const;

/** Without a picture for picking: nodes are found by their places, and drawing takes half the time. */
export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: Sigma) {
    super(gl, null, renderer);
  }

  getDefinition() {
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
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_fill", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
    };
  }

  processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData): void {
    const { fill, shape } = data as ShapeData;
    const { array } = this;
    array[start] = data.x;
    array[start + 1] = data.y;
    array[start + 2] = data.size;
    array[start + 3] = shape;
    array[start + 4] = floatColor(data.color);
    array[start + 5] = floatColor(fill);
    array[start + 6] = nodeIndex;
  }

  setUniforms({ sizeRatio, pixelRatio, matrix }: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform1f(uniformLocations["u_pixelRatio"]!, pixelRatio);
    gl.uniform1f(uniformLocations["u_sizeRatio"]!, sizeRatio);
    gl.uniformMatrix3fv(uniformLocations["u_matrix"]!, false, matrix);
  }
}

export class StandingEdgeProgram extends EdgeLineProgram {
  constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: Sigma) {
    super(gl, null, renderer);
  }
}
