printf 'FROM busybox\nENV A=1 B="x y"\nLABEL l="a b"\nEXPOSE 80\nVOLUME /v\nUSER 1:2\nWORKDIR /w\nENTRYPOINT ["e"]\nCMD ["c"]\nSTOPSIGNAL 9\nHEALTHCHECK CMD true\nSHELL ["s"]\nONBUILD RUN x\n' > Dockerfile; docker build -q -t t . > /dev/null
### fields
for f in Env Labels ExposedPorts Volumes User WorkingDir Entrypoint Cmd StopSignal Healthcheck Shell OnBuild; do docker image inspect -f "$f={{json .Config.$f}}" t; done
docker inspect -f '{{.Architecture}} {{.Os}} {{.Author}} {{.Comment}}' t
### loops
docker inspect -f '{{range $k, $v := .Config.Labels}}{{$k}}={{$v}}{{end}} {{index .Config.Env 1}} {{with .Config.Cmd}}{{index . 0}}{{end}} {{if .Config.User}}has user{{else}}none{{end}}' t
docker inspect -f '{{.Config.Cmd | json}} {{upper .Config.User}} {{title "abc"}} {{lower "ABC"}} {{truncate .Id 6}} {{pad "x" 1 2}}|' t
### errors
docker inspect -f '{{.Nope}}' t; echo "exit $?"; docker inspect -f '{{.Config.Nope}}' t; echo "exit $?"; docker inspect -f '{{' t; echo "exit $?"; docker inspect -f '{{nofunc .}}' t; echo "exit $?"; docker inspect -f '{{index .Config.Env 99}}' t; echo "exit $?"
