docker build -q -t 127.0.0.1:5000/a:1 . >/dev/null
docker tag busybox 127.0.0.1:5000/a:2
### push
docker push -a -q 127.0.0.1:5000/a
docker push -a 127.0.0.1:5000/a:1
docker rmi 127.0.0.1:5000/a:1 127.0.0.1:5000/a:2
### pull
docker pull -a -q 127.0.0.1:5000/a
docker images --format '{{.Repository}}:{{.Tag}}' | sort
docker pull -a 127.0.0.1:5000/a | grep Status | sort
docker pull -a 127.0.0.1:5000/none
