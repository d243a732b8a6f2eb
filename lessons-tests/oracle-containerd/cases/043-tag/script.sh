### tags
docker tag busybox one:1
docker tag one:1 a/b/c:d
docker tag $(docker images -q one:1) by-id
docker images --format '{{.Repository}}:{{.Tag}}' | sort
docker images -q | sort -u | wc -l
docker tag nope x:1
docker tag busybox 'X'
docker tag busybox x@sha256:0000000000000000000000000000000000000000000000000000000000000000
docker tag one:1 one:1
docker image inspect -f '{{.RepoTags}}' busybox
docker images --digests --format '{{.Repository}} {{.Digest}}' | sort
