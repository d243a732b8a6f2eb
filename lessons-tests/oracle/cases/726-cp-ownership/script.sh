docker run -d --name c1 busybox sh -c 'mkdir /d && touch /d/x && chown 5:6 /d/x && chmod 4711 /d/x && ln /d/x /d/hard && mkfifo /d/fifo && mkdir /d/sticky && chmod 1777 /d/sticky; sleep 1000' > /dev/null; docker exec c1 sleep 0.2
echo h > h; chmod 604 h; mkdir hd; chmod 711 hd; echo i > hd/i
### in
docker cp h c1:/h; docker cp -a h c1:/ha; docker cp hd c1:/hd; docker exec c1 stat -c '%a %u:%g %n' /h /ha /hd /hd/i
chown 7:8 h 2>/dev/null; docker cp h c1:/h7; docker cp -a h c1:/h7a; docker exec c1 stat -c '%a %u:%g %n' /h7 /h7a
### over an existing file of another owner
docker exec c1 sh -c 'echo old > /o; chown 9:9 /o; chmod 640 /o'; docker cp h c1:/o; docker exec c1 stat -c '%a %u:%g %s' /o
### out
docker cp c1:/d out; ls -ln out | sed 1d | tr -s ' ' | cut -d' ' -f1,3,4,9; docker cp c1:/d - | tar tvf - | tr -s ' ' | cut -d' ' -f1,2,6-
### into tmp of a read-only container and volumes
docker run -d --name ro --read-only -v vol:/vol busybox sleep 1000 > /dev/null; docker cp h ro:/x; echo "exit $?"; docker cp h ro:/vol/x; echo "exit $?"; docker exec ro cat /vol/x; docker cp ro:/vol/x vx; cat vx
docker create --name st -v vol:/vol busybox > /dev/null; docker cp st:/vol/x - | tar tf -; docker cp h st:/vol/y; docker exec ro ls /vol
### proc and dev
docker cp c1:/proc/version pv; echo "exit $?"; docker cp c1:/dev/null dn; echo "exit $?"; docker cp h c1:/etc/hosts; docker exec c1 cat /etc/hosts
docker rm -f c1 ro > /dev/null
