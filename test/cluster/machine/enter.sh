#!/bin/bash
# The first process of a machine: makes private what its programs write outside of their folders, starts them, and
# reaps what they orphan. When it ends, the kernel ends all of the machine.
set -eu
name=$1 folder=$2 cgroup=$3 dns=$4
shift 4
for hierarchy in /sys/fs/cgroup/*/"$cgroup"; do
  [ -d "$hierarchy/machine" ] && echo 0 > "$hierarchy/machine/cgroup.procs"
done
hostname "$name"
mount --make-rshared /
mount -t tmpfs tmpfs /run
mkdir -p /run/netns /run/lock
for place in var opt; do
  mkdir -p "$folder/private/$place" "$folder/private/$place.work"
  mount -t overlay overlay -o "lowerdir=/$place,upperdir=$folder/private/$place,workdir=$folder/private/$place.work" "/$place"
done
# The host's name server cannot be reached from here, and each question to it would take seconds.
echo "nameserver $dns" > /run/resolv.conf
mount --bind /run/resolv.conf "$(realpath /etc/resolv.conf)"
"$@" <&0 &
wait $!
