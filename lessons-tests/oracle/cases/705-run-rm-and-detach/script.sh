### rm conflicts
docker run --rm --restart always busybox true; echo "exit $?"; docker run --rm --restart no busybox true; echo "exit $?"
docker run -d --rm --name d1 busybox sleep 0.5 > /dev/null; docker wait d1; docker run --rm busybox sleep 0.2; docker inspect d1 > /dev/null; echo "exit $?"
### detach
docker run -d --name d2 busybox sh -c 'echo out; echo err >&2; exit 4' > id; docker wait d2; wc -c < id; docker logs d2
docker run -d -a stdout busybox true; echo "exit $?"
docker run -d -i --name d3 busybox cat > /dev/null; docker inspect -f '{{.Config.OpenStdin}} {{.Config.StdinOnce}} {{.Config.AttachStdin}} {{.State.Status}}' d3; docker kill d3
### stdin
echo hello | docker run --rm -i busybox cat; echo hello | docker run --rm busybox cat; echo "exit $?"
echo hi | docker run -a stdin --name a1 busybox cat > id; docker wait a1; docker logs a1; wc -c < id
### attach choices
docker run --rm -a stdout busybox sh -c 'echo o; echo e >&2'; docker run --rm -a stderr busybox sh -c 'echo o; echo e >&2'
docker run --rm -a stdxx busybox true; echo "exit $?"
### tty
docker run --rm -t busybox sh -c 'echo a; test -t 1 && echo tty' | tr '\r' R
docker run --rm -it busybox true; echo "exit $?"; docker run --rm -i -t=false busybox true; echo "exit $?"
### exit codes
docker run --rm busybox sh -c 'exit 42'; echo "exit $?"; docker run --rm busybox nosuch; echo "exit $?"; docker run --rm busybox /etc; echo "exit $?"; docker run --rm busybox /etc/passwd; echo "exit $?"; docker run --rm --nope busybox; echo "exit $?"
docker run --rm busybox sh -c 'kill -9 $$'; echo "exit $?"; docker run --rm busybox sh -c 'kill -TERM $$'; echo "exit $?"; docker run --rm --init busybox sh -c 'kill -TERM $$'; echo "exit $?"
docker run; echo "exit $?"; docker run ''; echo "exit $?"; docker run --rm UPPER; echo "exit $?"; docker run --rm -- busybox echo dashes; docker run --rm busybox -- echo; echo "exit $?"
