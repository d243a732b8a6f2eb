printf 'FROM busybox\nCOPY Dockerfile /d\n' > Dockerfile
b() { docker buildx build --network none "$@" . 2>&1 | grep -v '^#' | grep -v '^$'; }
b --platform linux/amd64,linux/arm64
b --platform linux/amd64 --platform linux/arm64
b --platform nosuch
b --platform linux/amd64 -q | sed 's/[0-9a-f]\{64\}/ID/'
### attest
b --provenance=true
b --sbom=true
b --attest type=provenance
b --provenance=false -q | sed 's/[0-9a-f]\{64\}/ID/'
### cache
b --cache-to type=local,dest=x
b --cache-to type=registry,ref=127.0.0.1:9/c
b --cache-to type=inline -q | sed 's/[0-9a-f]\{64\}/ID/'
### output
b -o type=docker,dest=x.tar
b -o type=oci,dest=x.tar
b --load -q | sed 's/[0-9a-f]\{64\}/ID/'
b --push
b -o type=registry
b -o type=image,push=true
b -o nonsense,x
b -o type=nosuch
b -o dest=x
docker buildx build --network none -q -o out1 -o out2 . 2> /dev/null; ls out1/d out2/d
docker buildx build --network none -q -o type=cacheonly . 2> /dev/null; echo $?
### options
b --network nosuch
b --allow nosuch
b --allow security.insecure
b --add-host a
b --annotation bad
b --ssh default
b --ssh x=/nosuch
b --secret id=x,src=/nosuch
b --builder nosuch
b --target nosuch
### push
b --push -t 127.0.0.1:9/x:1
