s() { docker image inspect -f '{{.Size}}' $1; }
base=$(s busybox)
printf 'FROM busybox\nRUN dd if=/dev/zero of=/big bs=1024 count=300 2>/dev/null\nRUN rm /big\n' > A
printf 'FROM busybox\nRUN dd if=/dev/zero of=/big bs=1024 count=300 2>/dev/null && rm /big\n' > B
### build
docker build -q -t a -f A . > /dev/null; docker build -q -t b -f B . > /dev/null
echo $(($(s a) - base)) $(($(s b) - base))
### rows
docker history --format '{{.Size}}' a; docker history --format '{{.Size}}' b
