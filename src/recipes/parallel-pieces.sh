#!/bin/sh
# A map made in pieces with GNU parallel, on this machine or on several that share a folder.
#
#   parallel-pieces.sh PIECES FOLDER PATH…
#
# PATH… are those of `paperweave extract`, with options if need be. Writes FOLDER/pieces, FOLDER/jobs.tsv, FOLDER/map.
# Options of parallel stand in the variable PARALLEL: '--sshloginfile machines --workdir .', '--retries 3', or
# '--resume-failed' to make only what the last run left undone.
set -eu
pieces=$1 folder=$2
shift 2

mkdir -p "$folder/pieces"
# A failed piece stops the run, so that nothing is merged; the pieces that have been begun are finished.
seq "$pieces" | parallel --quote --halt soon,fail=1 --joblog "$folder/jobs.tsv" \
  paperweave extract "$@" --shard "{}/$pieces" --out "$folder/pieces/{}-of-$pieces" --workers 1
paperweave merge "$folder"/pieces/*-of-"$pieces" -o "$folder/map"
