#!/bin/sh
# A map made in pieces with Slurm: an array job makes them, a job that waits for it merges them.
#
#   slurm-pieces.sh PIECES FOLDER PATH…       submits both, prints the number of the job that merges
#
# PATH… are those of `paperweave extract`, with options if need be. Writes FOLDER/pieces, FOLDER/logs, FOLDER/map; FOLDER
# and the papers lie where all nodes see them. Partition, account, time and memory stand in sbatch's own variables
# (SBATCH_PARTITION, SBATCH_ACCOUNT, SBATCH_TIMELIMIT, SBATCH_MEM_PER_NODE), threads of a piece in THREADS.
#
# To make single pieces of 8 again: sbatch --array=3,7 slurm-pieces.sh piece 8 FOLDER PATH…
# and then:                         sbatch slurm-pieces.sh merge 8 FOLDER
set -eu
case $1 in piece | merge) step=$1 && shift ;; *) step=submit ;; esac
pieces=$1 folder=$2
shift 2

case $step in
submit)
  mkdir -p "$folder/pieces" "$folder/logs"
  array=$(sbatch --parsable --job-name=pieces --array="1-$pieces" --cpus-per-task="${THREADS:-1}" \
    --output="$folder/logs/piece-%a" "$0" piece "$pieces" "$folder" "$@")
  # A failed piece takes the merge off the queue, where it would wait for ever.
  sbatch --parsable --job-name=merge --dependency="afterok:${array%;*}" --kill-on-invalid-dep=yes \
    --output="$folder/logs/merge" "$0" merge "$pieces" "$folder"
  ;;
piece)
  i=$SLURM_ARRAY_TASK_ID
  exec paperweave extract "$@" --shard "$i/$pieces" --out "$folder/pieces/$i-of-$pieces" --workers "${THREADS:-1}"
  ;;
merge)
  exec paperweave merge "$folder"/pieces/*-of-"$pieces" -o "$folder/map"
  ;;
esac
