docker create --name cc busybox sh -c 'echo x > /x' >/dev/null
docker start -a cc
docker commit -m msg -a me -c 'ENV Q=1' -c 'CMD ["cat","/x"]' cc com:1 >/dev/null
### inspect
docker image inspect com:1 | grep -v '"Size": '
### history
docker history com:1
docker history --no-trunc --human=false --format '{{.CreatedBy}}|{{.Size}}|{{.Comment}}' com:1
### run
docker run --rm com:1
### again
docker commit cc >/dev/null
docker images --format '{{.Repository}}:{{.Tag}} {{.Size}}' | sort
docker commit cc com:1 >/dev/null
docker images --format '{{.Repository}}:{{.Tag}} {{.Size}}' | sort
