/*
 * One OpenSearch node, started from Maven's packages only: no distribution, no plugin folder.
 *
 *     java -cp "JARS/*" OpenSearchNode.java path.home=FOLDER network.host=127.0.0.1 http.port=9200 …
 */
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

public class OpenSearchNode extends Node {
    private static final Collection<Class<? extends Plugin>> MODULES =
        List.of(Netty4Plugin.class, CommonAnalysisPlugin.class, PainlessPlugin.class);

    private OpenSearchNode(Settings settings) {
        super(new Environment(settings, Path.of(settings.get("path.home"), "config")), MODULES, false);
    }

    public static void main(String[] arguments) throws Exception {
        Settings.Builder settings = Settings.builder();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            settings.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        Node node = new OpenSearchNode(settings.build());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                node.close();
            } catch (IOException ignored) {
                // The process ends anyway.
            }
        }));
        node.start();
        System.out.println("started");
        // It ends with the process that started it.
        while (System.in.read() >= 0) {}
        System.exit(0);
    }
}
