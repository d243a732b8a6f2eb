docker build -q -t 127.0.0.1:5000/d:1 . >/dev/null
### before
docker images --digests 127.0.0.1:5000/d
docker image inspect -f '{{.RepoDigests}}' 127.0.0.1:5000/d:1
docker push -q 127.0.0.1:5000/d:1
### after
docker images --digests 127.0.0.1:5000/d
docker images --digests --format '{{.Digest}}' 127.0.0.1:5000/d | cut -c1-7
docker image inspect -f '{{len .RepoDigests}}' 127.0.0.1:5000/d:1
D=$(docker image inspect -f '{{index .RepoDigests 0}}' 127.0.0.1:5000/d:1)
docker tag $D other:1
docker rmi 127.0.0.1:5000/d:1
docker images --digests --format '{{.Repository}} {{.Tag}} {{.Digest}}' | sort
docker pull -q $D
docker images --digests --format '{{.Repository}} {{.Tag}}' | sort
docker images --format '{{.Repository}} {{.Tag}}' | sort
docker rmi $D
docker images --digests --format '{{.Repository}} {{.Tag}}' | sort
### tag
docker tag
docker tag a
docker tag nope x:1
docker tag busybox 'x:'
docker tag busybox ':x'
docker tag busybox '-x'
docker tag busybox x:-y
docker tag busybox UP/x
docker tag busybox a/b/c/d/e:1
docker tag busybox x@sha256:0000000000000000000000000000000000000000000000000000000000000000
docker tag busybox sha256
docker tag busybox sha256:x
docker tag busybox $(printf 'a%.0s' 1 2 3 4 5 6 7 8):ok
docker images --format '{{.Repository}}:{{.Tag}}' | sort
