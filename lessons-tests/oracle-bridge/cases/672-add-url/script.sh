### served
docker run -d --name web busybox sh -c "mkdir /w; cd /w; echo hello >f.txt; TZ=UTC touch -d \"2020-01-02 03:04:05\" f.txt; mkdir t; echo x >t/x; tar czf t.tgz t; exec httpd -f -h /w" >/dev/null
sleep 0.5
printf "FROM busybox\nADD http://172.17.0.2/f.txt /d/\nADD http://172.17.0.2/t.tgz /t/\nADD --chown=5:6 http://172.17.0.2/f.txt /e/name\n" >Dockerfile
docker build -q -t a . | wc -c
docker run --rm a sh -c "ls -ln --full-time /d /e; cat /d/f.txt /e/name; tar tzf /t/t.tgz"
docker image inspect a --format "{{.Id}}" >first
docker build -q -t a . | wc -c
docker image inspect a --format "{{.Id}}" >second
cmp first second && echo same
docker exec web sh -c "echo changed >/w/f.txt"
docker build -q -t a . | wc -c
docker image inspect a --format "{{.Id}}" >third
cmp -s first third || echo other
docker run --rm a cat /d/f.txt
### failures
printf "FROM busybox\nADD http://172.17.0.2/nope /d/\n" >Dockerfile
docker build . 2>&1 | grep -e "^ERROR: f" -e "^ADD failed"
printf "FROM busybox\nADD http://172.17.0.2:81/x /d/\n" >Dockerfile
docker build . 2>&1 | grep -e "^ERROR: f" -e "^ADD failed"
printf "FROM busybox\nCOPY http://172.17.0.2/f.txt /d/\n" >Dockerfile
docker build . 2>&1 | grep -e "^ERROR: f" -e "^COPY failed"
