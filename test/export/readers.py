"""Prints what somebody else's reader makes of an exported file, as JSON: `readers.py READER FILE`.

Graphs are {nodes: {id: attributes}, edges: {id: [source, target, attributes]}}, tables are lists of rows.
"""
import csv
import json
import math
import sys


def graph(nodes, edges):
    return {"nodes": nodes, "edges": edges}


def networkx_graph(loaded):
    nodes = {node: dict(data) for node, data in loaded.nodes(data=True)}
    edges = {}
    multi = loaded.is_multigraph()
    for source, target, *key, data in loaded.edges(data=True, keys=True) if multi else loaded.edges(data=True):
        attributes = dict(data)
        edges[attributes.pop("id", None) or key[0]] = [source, target, attributes]
    return graph(nodes, edges)


def networkx_graphml(path):
    import networkx

    return networkx_graph(networkx.read_graphml(path))


def networkx_gexf(path):
    import networkx

    return networkx_graph(networkx.read_gexf(path))


def networkx_pajek(path):
    import networkx

    loaded = networkx.read_pajek(path)
    return graph({node: dict(data) for node, data in loaded.nodes(data=True)},
                 {str(i): [s, t, dict(d)] for i, (s, t, d) in enumerate(loaded.edges(data=True))})


def igraph_graph(loaded):
    # igraph has no absent values: it invents "", NaN and False, which are taken out again.
    def present(attributes):
        return {k: v for k, v in attributes.items() if v is not None and v is not False and v != "" and not (isinstance(v, float) and math.isnan(v))}

    ids = [vertex["id"] for vertex in loaded.vs]
    nodes, edges = {}, {}
    for vertex in loaded.vs:
        attributes = present(vertex.attributes())
        nodes[attributes.pop("id")] = attributes
    for i, edge in enumerate(loaded.es):
        attributes = present(edge.attributes())
        edges[attributes.pop("id", str(i))] = [ids[edge.source], ids[edge.target], attributes]
    return graph(nodes, edges)


def igraph_graphml(path):
    import igraph

    return igraph_graph(igraph.Graph.Read_GraphML(path))


def igraph_pajek(path):
    import igraph

    return igraph_graph(igraph.Graph.Read_Pajek(path))


def csv_rows(path):
    # The byte-order mark is what "utf-8-sig" takes off.
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


def sqlite_rows(path):
    import sqlite3

    header, *rows = csv_rows(path)
    table = sqlite3.connect(":memory:")
    table.execute("create table t (%s)" % ", ".join('"%s"' % name for name in header))
    table.executemany("insert into t values (%s)" % ", ".join("?" for _ in header), rows)
    return [header] + [list(row) for row in table.execute("select * from t order by rowid")]


def rdf_quads(path):
    import rdflib

    # Texts as they are written: 1.0 is not made 1.
    rdflib.NORMALIZE_LITERALS = False
    loaded = rdflib.ConjunctiveGraph()
    loaded.parse(path, format={"ttl": "turtle", "nq": "nquads"}[path.rsplit(".", 1)[1]])

    def term(value):
        if isinstance(value, rdflib.Literal):
            return ["literal", str(value), str(value.datatype or ""), value.language or ""]
        return ["iri" if isinstance(value, rdflib.URIRef) else "blank", str(value)]

    return [[term(s), term(p), term(o), str(getattr(c, "identifier", c)) if path.endswith(".nq") else ""] for s, p, o, c in loaded.quads()]


def json_texts(path):
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    papers = [text for paper in document["papers"] for text in (paper["title"], paper["id"])]
    return papers + [term["term"] for term in document["terms"]]


READERS = {
    "json-texts": json_texts,
    "networkx-graphml": networkx_graphml,
    "networkx-gexf": networkx_gexf,
    "networkx-pajek": networkx_pajek,
    "igraph-graphml": igraph_graphml,
    "igraph-pajek": igraph_pajek,
    "csv": csv_rows,
    "sqlite": sqlite_rows,
    "rdflib": rdf_quads,
}
print(json.dumps(READERS[sys.argv[1]](sys.argv[2])))
