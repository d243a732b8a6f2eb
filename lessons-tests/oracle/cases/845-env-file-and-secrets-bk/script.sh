printf 'FROM busybox\nARG ONLY=build\nENV A=image B=image C=image PATHX=$PATH:/x\nENV FROMARG=$ONLY\n' | docker build -q -t t - > /dev/null; printf 'A=file\nB=file\n' > env
### precedence
docker run --rm --env-file env -e A=flag t sh -c 'echo $A $B $C $ONLY $FROMARG $PATHX'
docker run -d --name c1 -e A=run t sleep 1000 > /dev/null; docker exec c1 sh -c 'echo $A $B'; docker exec -e B=ex c1 sh -c 'echo $A $B'; docker exec c1 env | grep -E '^[ABC]=' | sort
docker commit c1 t2 > /dev/null; docker run --rm t2 sh -c 'echo $A $B'; docker inspect -f '{{range .Config.Env}}{{println .}}{{end}}' c1 | sort; docker rm -f c1 > /dev/null
### unset and empty
docker run --rm -e A t sh -c 'echo "[${A-unset}]"'; docker run --rm -e A= t sh -c 'echo "[${A-unset}]"'; A=host docker run --rm -e A t sh -c 'echo $A'
