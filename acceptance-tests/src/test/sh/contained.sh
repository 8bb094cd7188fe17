#!/bin/sh
# Runs a command as a container would that is made of a layout: unshare --mount [--user --map-root-user] sh contained.sh
# ROOT JAVA_HOME TMPFS VOLUME PATH USER COMMAND...
#
# ROOT      the layout, as the root of the file system; only read. Programs and devices are the machine's.
# TMPFS     options of /tmp beside a container's usual ones
# VOLUME    a folder that may be written to, seen at PATH; none where PATH is empty
# USER      uid:gid to become, or nothing where the machine lets this user be only himself
set -eu
root=$1 java_home=$2 tmpfs=$3 volume=$4 path=$5 user=$6
shift 6

mount --bind "$root" "$root"
for folder in /bin /dev /etc /lib /lib64 /proc /sbin /usr "$java_home"; do
    if [ -L "$folder" ]; then
        [ -e "$root$folder" ] || cp -P "$folder" "$root$folder"
    elif [ -d "$folder" ] && [ ! -e "$root$folder/." ]; then
        mkdir -p "$root$folder"
        mount --rbind "$folder" "$root$folder"
    fi
done
mkdir -p "$root/tmp"
mount -t tmpfs -o "nosuid,nodev,noexec,$tmpfs" tmpfs "$root/tmp"
if [ -n "$path" ]; then
    mkdir -p "$root$path"
    mount --bind "$volume" "$root$path"
fi
mount -o remount,bind,ro "$root"

become=
[ -z "$user" ] || become="--reuid ${user%:*} --regid ${user#*:} --clear-groups"
# shellcheck disable=SC2086 # options are words
exec chroot "$root" setpriv $become --no-new-privs --inh-caps=-all --bounding-set=-all "$@"
