#!/usr/bin/env python3
"""A map made in pieces with Dask, on workers that share no folder with anyone.

    paperweave import PATH… | dask_pieces.py PIECES MAP [--scheduler ADDRESS]

Papers come by standard input, go to every worker once, and from there to `paperweave extract -`, which gives its piece by
standard output. The pieces are merged here. A worker needs `paperweave` on its path; without --scheduler workers are
started on this machine, one a core.
"""
import argparse
import os
import subprocess
import sys
import tempfile

from distributed import Client, as_completed


def make_piece(papers: bytes, piece: int, pieces: int) -> bytes:
    """One piece, by a process of its own. Raises RuntimeError with what the command said."""
    share = ["--shard", f"{piece}/{pieces}", "--out", "-", "--workers", "1"]
    done = subprocess.run(["paperweave", "extract", "-", *share], input=papers, capture_output=True)
    if done.returncode != 0:
        raise RuntimeError(f"piece {piece} of {pieces}: {done.stderr.decode(errors='replace')}")
    return done.stdout


def make_map(client: Client, papers: bytes, pieces: int, output: str) -> None:
    everywhere = client.scatter(papers, broadcast=True)
    # A worker that is lost costs its pieces only: they are made again, the same byte by byte.
    numbers = {
        client.submit(make_piece, everywhere, i, pieces, pure=False, retries=2): i for i in range(1, pieces + 1)
    }
    with tempfile.TemporaryDirectory() as folder:
        for future in as_completed(numbers):
            with open(os.path.join(folder, str(numbers[future])), "wb") as file:
                file.write(future.result())
            # The cluster need not keep what is on disk here.
            future.release()
        files = [os.path.join(folder, str(i)) for i in range(1, pieces + 1)]
        subprocess.run(["paperweave", "merge", *files, "-o", output], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pieces", type=int)
    parser.add_argument("map", help="folder of the map")
    parser.add_argument("--scheduler", help="address of a running scheduler, tcp://host:8786")
    args = parser.parse_args()
    local = {"n_workers": os.cpu_count(), "threads_per_worker": 1, "dashboard_address": None}
    with Client(args.scheduler) if args.scheduler else Client(**local) as client:
        make_map(client, sys.stdin.buffer.read(), args.pieces, args.map)


if __name__ == "__main__":
    main()
