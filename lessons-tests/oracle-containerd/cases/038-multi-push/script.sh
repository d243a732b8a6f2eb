docker load -q -i multi.tar >/dev/null
docker tag multi:1 127.0.0.1:5000/multi:1
docker rmi multi:1 >/dev/null
D=$(docker images -q --no-trunc 127.0.0.1:5000/multi:1)
### push
docker push 127.0.0.1:5000/multi:1 | sed 's/^[0-9a-f]\{12\}:/ID:/' | sort
docker push --platform linux/arm64 127.0.0.1:5000/multi:1 | sed 's/^[0-9a-f]\{12\}:/ID:/' | sort
docker push 127.0.0.1:5000/multi:1 | sed 's/^[0-9a-f]\{12\}:/ID:/' | sort
docker rmi 127.0.0.1:5000/multi:1
### pull
docker pull -q 127.0.0.1:5000/multi:1
test "$D" = "$(docker images -q --no-trunc 127.0.0.1:5000/multi:1)" && echo same
docker images --tree 127.0.0.1:5000/multi
docker pull -q --platform linux/arm64 127.0.0.1:5000/multi:1
docker pull -q --platform linux/arm64 127.0.0.1:5000/multi:1
docker images --tree 127.0.0.1:5000/multi
docker pull --platform linux/s390x 127.0.0.1:5000/multi:1
### part
docker tag 127.0.0.1:5000/multi:1 127.0.0.1:5000/other:1
docker push 127.0.0.1:5000/other:1 | sed 's/^[0-9a-f]\{12\}:/ID:/' | sort
