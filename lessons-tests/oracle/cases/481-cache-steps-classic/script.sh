b() { printf 'FROM busybox\n%b\nRUN echo end > /end\n' "$1" > Dockerfile; docker build . 2>/dev/null | grep -e '^Step' -e 'Using cache'; }
### first
b 'ENV A=1\nLABEL x=1\nWORKDIR /w\nUSER nobody\nUSER root'
### label changed
b 'ENV A=1\nLABEL x=2\nWORKDIR /w\nUSER nobody\nUSER root'
### back
b 'ENV A=1\nLABEL x=1\nWORKDIR /w\nUSER nobody\nUSER root'
### quotes only
b 'ENV A="1"\nLABEL "x"=1\nWORKDIR /w/\nUSER nobody\nUSER root'
### order
b 'LABEL x=1\nENV A=1'
### CMD before
b 'CMD true\nENV A=1'
### volume and expose
b 'EXPOSE 80 81\nVOLUME /v'
b 'EXPOSE 81 80\nVOLUME /v'
b 'VOLUME /v\nEXPOSE 80'
