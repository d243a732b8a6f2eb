cat > Dockerfile <<'D'
FROM busybox
RUN printf 'u:x:1000:500::/:/bin/sh\nv:x:1001:1001::/home:/bin/sh\n' >> /etc/passwd; printf 'a:x:500:v,u\nb:x:600:u\nlow:x:300:v\nv:x:1001:\n' >> /etc/group
RUN id > /root.id; grep Groups /proc/self/status >> /root.id
USER u
RUN id > /tmp/u.id; id -G >> /tmp/u.id; grep Groups /proc/self/status >> /tmp/u.id
USER v:b
RUN id > /tmp/v.id; id -G >> /tmp/v.id; grep Groups /proc/self/status >> /tmp/v.id
USER 1000
RUN id > /tmp/1000.id; id -G >> /tmp/1000.id; grep Groups /proc/self/status >> /tmp/1000.id
USER 7:8
RUN id > /tmp/7.id; id -G >> /tmp/7.id; grep Groups /proc/self/status >> /tmp/7.id
USER root
D
docker build -q -t t . > /dev/null
docker run --rm t cat /etc/group /etc/passwd
### in builds
docker run --rm t sh -c 'tail -n +1 /root.id /tmp/*.id'
### plain
for u in root 0 u v u:b v:a 1000 1000:500 1000:b 1001 7 7:8 u:999; do echo "== $u"; docker run --rm -u $u t sh -c 'id; id -G; id -Gn; groups; grep Groups /proc/self/status; whoami'; done
### named users
docker run --rm t sh -c 'for u in root u v nobody; do id $u; id -u $u; id -g $u; id -gn $u; id -G $u; id -Gn $u; groups $u; done; id nosuch; id 1000; id -un 1000; groups nosuch'
### options
docker run --rm -u u t sh -c 'id -u; id -un; id -ur; id -g; id -gn; id -gr; id -unr; id -Gr; id -Gnr; id -nG v; id -ug 2>/dev/null; echo $?; id -n 2>/dev/null; echo $?; id -r 2>/dev/null; echo $?; id a b 2>/dev/null; echo $?; id -Z 2>/dev/null; echo $?'
### group-add
for a in 7 a b low 600 nosuch 0 -1; do echo "== $a"; docker run --rm -u u --group-add $a t sh -c 'id; id -G; grep Groups /proc/self/status' 2>&1; done
docker run --rm -u u --group-add 9 --group-add 8 --group-add 9 --group-add a --group-add low --group-add 600 t sh -c 'id; id -G; id -Gn; grep Groups /proc/self/status; groups' 2> /dev/null; echo $?
### group-add and errors
docker run --rm -u 7:8 --group-add 9 t sh -c 'id; id -Gn; echo $?; id -un; echo $?; groups; echo $?; whoami; echo $?'
### exec
docker run -d --name c -u u --group-add low t sleep 100 > /dev/null
docker exec c id; docker exec -u v c id; docker exec -u 1001:8 c id; docker exec -u root c id; docker exec c sh -c 'grep -E "Uid|Gid|Groups" /proc/1/status'; docker rm -f c
### writing by group
docker run --rm t sh -c 'mkdir /g && chgrp 300 /g && chmod 2770 /g && su u -c "touch /g/x" ; su v -c "touch /g/y; id"; ls -ln /g | tail -n +2 | cut -c1-40; su v -s /bin/sh -c groups; su - u -c id'
### chown by group names
docker run --rm t sh -c 'touch /f; chown u:low /f; ls -l /f | cut -c1-30; chown :b /f; stat -c "%U %G %u %g" /f; chown v: /f; stat -c "%U %G" /f; chown nosuch /f; chown :nosuch /f; chown 5.6 /f; stat -c "%U %G %u:%g" /f; chgrp a /f; stat -c %G /f'
