"""Prints what networkx or igraph reads from a GraphML file, as JSON: {nodes: {id: attributes}, edges: {id: [source, target, attributes]}}."""
import json
import math
import sys


def read_networkx(path):
    import networkx

    graph = networkx.read_graphml(path)
    nodes = {node: dict(data) for node, data in graph.nodes(data=True)}
    edges = {}
    for source, target, *key, data in graph.edges(data=True, keys=True) if graph.is_multigraph() else graph.edges(data=True):
        attributes = dict(data)
        edges[attributes.pop("id", None) or key[0]] = [source, target, attributes]
    return nodes, edges


def read_igraph(path):
    import igraph

    # igraph has no absent values: it invents "" and NaN, which are taken out again.
    def present(attributes):
        return {k: v for k, v in attributes.items() if v is not None and v != "" and not (isinstance(v, float) and math.isnan(v))}

    graph = igraph.Graph.Read_GraphML(path)
    ids = [vertex["id"] for vertex in graph.vs]
    nodes, edges = {}, {}
    for vertex in graph.vs:
        attributes = present(vertex.attributes())
        nodes[attributes.pop("id")] = attributes
    for edge in graph.es:
        attributes = present(edge.attributes())
        edges[attributes.pop("id")] = [ids[edge.source], ids[edge.target], attributes]
    return nodes, edges


nodes, edges = {"networkx": read_networkx, "igraph": read_igraph}[sys.argv[1]](sys.argv[2])
print(json.dumps({"nodes": nodes, "edges": edges}))
