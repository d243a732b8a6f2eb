### tmpfs
docker run --rm --tmpfs /t busybox sh -c 'mount | grep " /t "; stat -c "%a %u:%g" /t; touch /t/x && ls /t'
docker run --rm --tmpfs /t:size=64k,mode=700,uid=5,gid=6,noexec busybox sh -c 'stat -c "%a %u:%g" /t; mount | grep " /t " | cut -d" " -f1-5'
docker run --rm --tmpfs /t:ro busybox sh -c 'touch /t/x'; echo "exit $?"
docker run --rm --tmpfs /t:size=16k busybox sh -c 'cp /bin/busybox /t/x'; echo "exit $?"
### over a directory
docker run --rm --tmpfs /etc:mode=755 busybox ls -A /etc | sort; docker run --rm --tmpfs /home busybox ls -A /home
### mount form
docker run --rm --mount type=tmpfs,target=/t,tmpfs-size=1m,tmpfs-mode=1770 busybox sh -c 'stat -c %a /t; df -k /t | tail -n 1 | tr -s " " | cut -d" " -f2,3'
docker run --rm --mount type=tmpfs,dst=/a,readonly busybox touch /a/x; echo "exit $?"
### errors
e() { docker create "$@" busybox > /dev/null; echo "exit $?"; }
e --tmpfs rel; e --tmpfs ''; e --tmpfs /t:bogus; e --tmpfs /t:size=x; e --tmpfs /; e --mount type=tmpfs; e --mount type=tmpfs,target=rel; e --mount type=tmpfs,source=x,target=/t; e --mount type=tmpfs,target=/t,tmpfs-size=x; e --mount type=tmpfs,target=/t,tmpfs-mode=9; e --mount type=tmpfs,target=/t,volume-nocopy
