/**
 * Draws nodes and standing edges with WebGL from columns: every node is one point whose fragments cut out the shape,
 * every edge one line. Cheap even without a graphics card; shapes tell papers, methods and concepts apart without colour.
 */
import type { MapIndex } from "../../data/map-index.ts";
import type { DrawnColumns } from "./drawn-columns.ts";
import { MIN_RADIUS, type Projection } from "../camera/projection.ts";

/** Space around the unit shape inside its square of pixels, for corners and smooth edges. */
const MARGIN = "1.42";

/** `u_view`: scale and shift from the map's units to the window's −1…1. */
const NODE_VERTEX = /* glsl */ `
attribute vec4 a_mark;
attribute vec4 a_color;
attribute vec4 a_fill;
uniform vec4 u_view;
uniform float u_radius;
uniform float u_min_radius;
varying vec4 v_color;
varying vec4 v_fill;
varying float v_shape;
varying float v_radius;

void main() {
  gl_Position = vec4(a_mark.xy * u_view.xy + u_view.zw, 0, 1);
  v_radius = max(a_mark.z * u_radius, u_min_radius);
  gl_PointSize = v_radius * 2.0 * ${MARGIN};
  v_shape = a_mark.w;
  v_color = a_color;
  v_fill = a_fill;
}
`;

/** Signed distances in units of the radius; shapes 0…5 are papers, methods, tasks, datasets, metrics, concepts. */
const NODE_FRAGMENT = /* glsl */ `
precision mediump float;

varying vec4 v_color;
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
  vec4 body = mix(v_color, v_fill, smoothstep(-0.6 * pixel, 0.6 * pixel, -line - d));
  gl_FragColor = mix(body, vec4(0.0), smoothstep(-0.6 * pixel, 0.6 * pixel, d));
}
`;

const EDGE_VERTEX = /* glsl */ `
attribute vec2 a_end;
attribute vec4 a_color;
uniform vec4 u_view;
varying vec4 v_color;

void main() {
  gl_Position = vec4(a_end * u_view.xy + u_view.zw, 0, 1);
  v_color = a_color;
}
`;

const EDGE_FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_color;

void main(void) {
  gl_FragColor = v_color;
}
`;

type Gl = WebGLRenderingContext | WebGL2RenderingContext;

export class MarkProgram {
  readonly #gl: Gl;
  readonly #nodeProgram: WebGLProgram;
  readonly #edgeProgram: WebGLProgram;
  readonly #marks: WebGLBuffer;
  readonly #nodeColors: WebGLBuffer;
  readonly #nodes: WebGLBuffer;
  readonly #ends: WebGLBuffer;
  readonly #endColors: WebGLBuffer;
  #nodeCount = 0;
  #edgeCount = 0;

  /** Undefined where WebGL is missing. */
  static open(canvas: HTMLCanvasElement): MarkProgram | undefined {
    const settings: WebGLContextAttributes = { antialias: false, depth: false, stencil: false };
    const gl = canvas.getContext("webgl2", settings) ?? canvas.getContext("webgl", settings);
    // Node numbers need 32 bits: part of WebGL 2, an extension of WebGL 1 that practically every browser has.
    if (!gl || (!("drawBuffers" in gl) && !gl.getExtension("OES_element_index_uint"))) return undefined;
    return new MarkProgram(gl);
  }

  private constructor(gl: Gl) {
    this.#gl = gl;
    this.#nodeProgram = link(gl, NODE_VERTEX, NODE_FRAGMENT);
    this.#edgeProgram = link(gl, EDGE_VERTEX, EDGE_FRAGMENT);
    this.#marks = gl.createBuffer();
    this.#nodeColors = gl.createBuffer();
    this.#nodes = gl.createBuffer();
    this.#ends = gl.createBuffer();
    this.#endColors = gl.createBuffer();
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  /** Places, sizes and shapes of all nodes. */
  setMarks({ count, x, y, size, shape }: MapIndex): void {
    const marks = new Float32Array(4 * count);
    for (let node = 0; node < count; node++) {
      marks[4 * node] = x[node]!;
      marks[4 * node + 1] = y[node]!;
      marks[4 * node + 2] = size[node]!;
      marks[4 * node + 3] = shape[node]!;
    }
    fill(this.#gl, this.#gl.ARRAY_BUFFER, this.#marks, marks);
  }

  setColumns({ nodes, nodeColors, ends, endColors }: DrawnColumns): void {
    const gl = this.#gl;
    fill(gl, gl.ELEMENT_ARRAY_BUFFER, this.#nodes, nodes);
    fill(gl, gl.ARRAY_BUFFER, this.#nodeColors, nodeColors);
    fill(gl, gl.ARRAY_BUFFER, this.#ends, ends);
    fill(gl, gl.ARRAY_BUFFER, this.#endColors, endColors);
    this.#nodeCount = nodes.length;
    this.#edgeCount = ends.length / 4;
  }

  /** @param maxEdges only the strongest of the edges. */
  draw(view: Projection, pixelRatio: number, maxEdges: number): void {
    const gl = this.#gl;
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.clear(gl.COLOR_BUFFER_BIT);
    this.#drawEdges(view, Math.min(this.#edgeCount, maxEdges));
    this.#drawNodes(view, pixelRatio);
  }

  #drawEdges(view: Projection, edges: number): void {
    const gl = this.#gl;
    gl.useProgram(this.#edgeProgram);
    this.#setView(this.#edgeProgram, view);
    attribute(gl, this.#edgeProgram, "a_end", this.#ends, 2, gl.FLOAT, 8, 0);
    attribute(gl, this.#edgeProgram, "a_color", this.#endColors, 4, gl.UNSIGNED_BYTE, 4, 0);
    gl.drawArrays(gl.LINES, 0, 2 * edges);
  }

  #drawNodes(view: Projection, pixelRatio: number): void {
    const gl = this.#gl;
    const program = this.#nodeProgram;
    gl.useProgram(program);
    this.#setView(program, view);
    gl.uniform1f(gl.getUniformLocation(program, "u_radius"), view.sizeScale * pixelRatio);
    gl.uniform1f(gl.getUniformLocation(program, "u_min_radius"), MIN_RADIUS * pixelRatio);
    attribute(gl, program, "a_mark", this.#marks, 4, gl.FLOAT, 16, 0);
    attribute(gl, program, "a_color", this.#nodeColors, 4, gl.UNSIGNED_BYTE, 8, 0);
    attribute(gl, program, "a_fill", this.#nodeColors, 4, gl.UNSIGNED_BYTE, 8, 4);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.#nodes);
    gl.drawElements(gl.POINTS, this.#nodeCount, gl.UNSIGNED_INT, 0);
  }

  #setView(program: WebGLProgram, { scaleX, shiftX, scaleY, shiftY, width, height }: Projection): void {
    const [w, h] = [2 / width, -2 / height];
    const location = this.#gl.getUniformLocation(program, "u_view");
    this.#gl.uniform4f(location, scaleX * w, scaleY * h, shiftX * w - 1, shiftY * h + 1);
  }
}

function fill(gl: Gl, target: number, buffer: WebGLBuffer, values: AllowSharedBufferSource): void {
  gl.bindBuffer(target, buffer);
  gl.bufferData(target, values, gl.STATIC_DRAW);
}

function attribute(
  gl: Gl,
  program: WebGLProgram,
  name: string,
  buffer: WebGLBuffer,
  values: number,
  type: number,
  stride: number,
  offset: number,
): void {
  const location = gl.getAttribLocation(program, name);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.enableVertexAttribArray(location);
  gl.vertexAttribPointer(location, values, type, type === gl.UNSIGNED_BYTE, stride, offset);
}

/** @throws Error when the browser's shader compiler refuses. */
function link(gl: Gl, vertex: string, fragment: string): WebGLProgram {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) continue;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  // Asked only after all is handed over: asking waits for the compiler.
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
    throw new Error(gl.getProgramInfoLog(program) ?? "WebGL program");
  return program;
}
