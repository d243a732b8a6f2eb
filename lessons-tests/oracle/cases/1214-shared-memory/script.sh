r() { docker run --rm --network none "$@"; }
### own
r busybox sh -c 'mount | grep shm; df -k /dev/shm; ls -ld /dev/shm | cut -c1-10'
r --shm-size 1m busybox sh -c 'dd if=/dev/zero of=/dev/shm/x bs=1M count=3; df -k /dev/shm | tail -1'
r --read-only busybox sh -c 'echo y > /dev/shm/y; cat /dev/shm/y'
r --ipc private busybox sh -c 'ls /dev/shm; mount | grep shm'
r --ipc none busybox sh -c 'mount | grep shm'
r --ipc bogus busybox true
r --tmpfs /dev/shm:size=2m busybox sh -c 'df -k /dev/shm | tail -1'
### shared
docker run -d --network none --ipc shareable --name sh1 busybox sleep 100 >/dev/null
docker exec sh1 sh -c 'echo hi >/dev/shm/f'
r --ipc container:sh1 busybox cat /dev/shm/f
r --ipc container:sh1 busybox sh -c 'echo back > /dev/shm/g'
docker exec sh1 cat /dev/shm/g
docker run -d --network none --name pr1 busybox sleep 100 >/dev/null
r --ipc container:pr1 busybox ls /dev/shm
r --ipc container:nosuch busybox true
docker inspect -f '{{.HostConfig.IpcMode}} {{.HostConfig.ShmSize}}' sh1 pr1
docker stop -t 0 sh1
r --ipc container:sh1 busybox true
docker start sh1
docker exec sh1 ls /dev/shm
docker diff sh1
docker rm -f sh1 pr1
