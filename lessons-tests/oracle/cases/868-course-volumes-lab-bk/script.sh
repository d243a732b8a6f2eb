### outlives
docker run --name w1 -v data:/d busybox sh -c 'echo v1 > /d/f'; docker rm w1 > /dev/null; docker run --rm -v data:/d busybox cat /d/f
### backup and restore
docker run --rm -v data:/d -v "$PWD":/b busybox tar cf /b/back.tar -C /d .; tar tf back.tar | sort; docker volume rm data; docker run --rm -v data:/d -v "$PWD":/b busybox tar xf /b/back.tar -C /d; docker run --rm -v data:/d busybox cat /d/f
### permissions
docker run --rm -u 1000 -v data:/d busybox sh -c 'echo x > /d/g'; echo "exit $?"; docker run --rm -v data:/d busybox chown 1000 /d; docker run --rm -u 1000 -v data:/d busybox sh -c 'echo x > /d/g && ls -n /d/g' | tr -s ' ' | cut -d' ' -f3
### image with a prepared owner
printf 'FROM busybox\nRUN mkdir /data && chown 1000:1000 /data && echo seed > /data/seed\nVOLUME /data\nUSER 1000\n' | docker build -q -t own - > /dev/null; docker run --rm own sh -c 'touch /data/x && ls /data'; docker run --rm -v nv:/data own sh -c 'touch /data/y; ls /data'; docker run --rm -v nv:/data -u 0 own sh -c 'stat -c %u /data /data/y'; mkdir h; docker run --rm -v "$PWD/h":/data own touch /data/z; echo "exit $?"
### leftovers
docker run --name k1 own true; docker rm k1 > /dev/null; docker volume ls -qf dangling=true | grep -vc -e data -e nv; docker run --rm own true; docker volume ls -q | wc -l; docker volume prune -f | tail -n 1 | cut -d: -f1; docker volume ls -q | sort
### sharing at once
docker run -d --name s1 -v sh:/s busybox sh -c 'while [ ! -f /s/go ]; do sleep 0.1; done; cat /s/go' > /dev/null; docker run --rm -v sh:/s busybox sh -c 'echo go > /s/go'; docker wait s1; docker logs s1
