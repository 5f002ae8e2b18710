package za.co.spikedata;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import za.co.spikedata.boot.AuditCommand;
import za.co.spikedata.boot.KeysCommand;
import za.co.spikedata.commandline.CommandLine;
import za.co.spikedata.sandbox.SandboxWorker;

/** Starts the portal, one of its worker processes, or a command. */
@SpringBootApplication
public class Portal {
    /** Key exchange of 128 bits and more; Java's own list holds a finite field of 112. */
    private static final String CURVES = "x25519,secp256r1,secp384r1,secp521r1";

    public static void main(String[] args) {
        if (SandboxWorker.isMeant(args)) {
            SandboxWorker.run(args);
            return;
        }
        if (AuditCommand.isMeant(args)) {
            System.exit(AuditCommand.run(args, System.out, System.err));
        }
        if (KeysCommand.isMeant(args)) {
            System.exit(KeysCommand.run(args, System.out, System.err));
        }
        var command = CommandLine.run(args, System.out, System.err);
        if (command.isPresent()) {
            System.exit(command.getAsInt());
        }
        System.setProperty("jdk.tls.namedGroups", CURVES);
        SpringApplication.run(Portal.class, args);
    }
}
