### checksum
docker run -d --name web busybox sh -c "mkdir /w; echo hello >/w/f.txt; exec httpd -f -h /w" >/dev/null
sleep 0.5
sum=$(printf "hello\n" | sha256sum | cut -d " " -f 1)
printf "FROM busybox\nADD --checksum=sha256:%s --chmod=755 http://172.17.0.2/f.txt /d/\n" $sum >Dockerfile
docker build -q -t a . | wc -c
docker run --rm a sh -c "ls -ln /d | cut -c 1-30"
printf "FROM busybox\nADD --checksum=sha256:24534452ad42c7f0d0d4ec8c4ff2bbd7c1cf9b3a5a3a5d1b4c9c0f0a6a6f0a6f http://172.17.0.2/f.txt /d/\n" >Dockerfile
docker build . 2>&1 | grep "^ERROR: f"
printf "FROM busybox\nRUN --network=none ip -o -4 addr | wc -l\nRUN ip -o -4 addr | wc -l\n" >Dockerfile
docker build --no-cache --progress plain . 2>&1 | grep -e " [12]$" | cut -d " " -f 1,3
