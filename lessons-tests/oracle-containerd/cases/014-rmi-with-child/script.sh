docker build -q -t base:1 . >/dev/null
printf 'FROM base:1\nENV X=y\n' | docker build -q -t child:1 - >/dev/null
### untag
docker rmi base:1
docker images -a --format '{{.Repository}}:{{.Tag}}' | sort
docker images --format '{{.Repository}}:{{.Tag}}' | sort
### child
docker run --rm child:1
docker rmi child:1
docker images -a --format '{{.Repository}}:{{.Tag}}' | sort
