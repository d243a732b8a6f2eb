docker build -q -t 127.0.0.1:5000/a:1 . >/dev/null
D=$(docker images -q --no-trunc 127.0.0.1:5000/a:1)
### push
docker push 127.0.0.1:5000/a:1 | sed 's/^[0-9a-f]\{12\}:/ID:/' | sort
docker push 127.0.0.1:5000/a:1 | sed 's/^[0-9a-f]\{12\}:/ID:/' | sort
### mounted
docker tag 127.0.0.1:5000/a:1 127.0.0.1:5000/b:1
docker push 127.0.0.1:5000/b:1 | sed 's/^[0-9a-f]\{12\}:/ID:/' | sort
docker push -q 127.0.0.1:5000/b:1
### pull
docker rmi 127.0.0.1:5000/a:1 127.0.0.1:5000/b:1
docker pull 127.0.0.1:5000/a:1
docker pull 127.0.0.1:5000/a:1
test "$D" = "$(docker images -q --no-trunc 127.0.0.1:5000/a:1)" && echo same
docker run --rm 127.0.0.1:5000/a:1
### other-name
docker pull 127.0.0.1:5000/b:1
docker images --digests --format '{{.Repository}} {{.Tag}} {{.Digest}} {{.ID}}'
