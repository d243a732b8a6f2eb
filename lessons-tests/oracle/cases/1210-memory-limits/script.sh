st() { docker inspect -f '{{.State.Status}} {{.State.OOMKilled}} {{.State.ExitCode}} [{{.State.Error}}]' mm; docker rm -f mm >/dev/null; }
r() { docker run --network none --name mm "$@"; echo "rc $?"; st; }
### one process
r -m 8m busybox tail /dev/zero
r -m 16m busybox dd if=/dev/zero of=/dev/null bs=64M count=1
r -m 100m busybox dd if=/dev/zero of=/dev/null bs=64M count=1
r -m 6m busybox echo hi
r -m 4m busybox true
### a shell that goes on
r -m 8m busybox sh -c 'tail /dev/zero; echo in $?'
r -m 16m busybox sh -c 'dd if=/dev/zero of=/dev/null bs=64M count=1; echo in $?'
r -m 8m busybox sh -c 'x=$(dd if=/dev/zero bs=1M count=40 2>/dev/null | tr "\0" x); echo never'
### files in memory
r -m 8m busybox sh -c 'dd if=/dev/zero of=/dev/shm/x bs=1M count=30; echo in $?'
r -m 8m --tmpfs /t:size=100m busybox sh -c 'dd if=/dev/zero of=/t/x bs=1M count=30; echo in $?'
r --tmpfs /t:size=1m busybox sh -c 'dd if=/dev/zero of=/t/x bs=1M count=30; echo in $?'
r -m 8m busybox sh -c 'dd if=/dev/zero of=/x bs=1M count=30; echo in $?'
### told
docker run -d --network none --name mm -m 8m busybox sh -c 'tail /dev/zero; sleep 100' >/dev/null
s=$(docker inspect -f '{{.Created}}' mm)
sleep 1
docker inspect -f '{{.State.Status}} {{.State.OOMKilled}}' mm
docker restart -t 0 mm
docker update -m 100m --memory-swap 200m mm
docker exec mm dd if=/dev/zero of=/dev/null bs=64M count=1
docker update -m 8m mm
docker exec mm dd if=/dev/zero of=/dev/null bs=64M count=1
echo $?
docker rm -f mm
