package org.accountinghub.connectors.sandbox;

/** What the command line asks for. */
record Arguments(String host, int port, boolean help) {
    static final String USAGE = """
            Usage: sandbox [--port N] [--host NAME]
            Runs the simulated accounting systems, each below its own name, until interrupted.
              --port N     the port to listen on; 0, as without it, takes any free one
              --host NAME  the address to listen on: localhost, or 0.0.0.0 for all
            When ready, the first line of the output is JSON with the addresses.""";

    private static final int HIGHEST_PORT = 65_535;

    /** Throws an {@link IllegalArgumentException} that says what is wrong. */
    static Arguments parse(String... words) {
        String host = "localhost";
        int port = 0;
        boolean help = false;
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--help", "-h" -> help = true;
                case "--port" -> port = port(value(words, ++i));
                case "--host" -> host = value(words, ++i);
                default -> throw new IllegalArgumentException("unknown option " + words[i]);
            }
        }
        return new Arguments(host, port, help);
    }

    private static String value(String[] words, int index) {
        if (index >= words.length) {
            throw new IllegalArgumentException(words[index - 1] + " needs a value");
        }
        return words[index];
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > HIGHEST_PORT) {
            throw new IllegalArgumentException("--port must be a number from 0 to 65535, not " + text);
        }
        return Integer.parseInt(text);
    }
}
