printf 'FROM busybox\nCMD sleep 1000\n' | docker build -q -t s - > /dev/null; printf 'FROM busybox\nCMD ["sleep", "1000"]\n' | docker build -q -t e - > /dev/null; printf 'FROM busybox\nCMD exec sleep 1000\n' | docker build -q -t x - > /dev/null; printf 'FROM busybox\nENTRYPOINT sleep 1000; echo after\n' | docker build -q -t y - > /dev/null
### who is pid 1
for i in s e x y; do docker run -d --name p$i $i > /dev/null; docker exec p$i sh -c 'tr "\0" " " < /proc/1/cmdline; echo'; done
### stop
for i in s e x y; do docker stop -t 1 p$i > /dev/null; docker inspect -f "$i {{.State.ExitCode}}" p$i; done
### init
docker run -d --init --name pi e > /dev/null; docker exec pi sh -c 'tr "\0" " " < /proc/1/cmdline; echo'; docker stop -t 3 pi > /dev/null; docker inspect -f '{{.State.ExitCode}}' pi
