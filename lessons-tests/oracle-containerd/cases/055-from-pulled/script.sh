docker build -q -t 127.0.0.1:5000/base:1 . >/dev/null
docker push -q 127.0.0.1:5000/base:1
docker rmi 127.0.0.1:5000/base:1 >/dev/null
printf 'FROM 127.0.0.1:5000/base:1\nRUN echo more > /more\n' > D2
### build
docker build -q -f D2 -t child:1 . >/dev/null
docker run --rm child:1
docker history --format '{{.CreatedBy}} {{.Size}}' child:1
docker images --format '{{.Repository}}:{{.Tag}}' | sort
