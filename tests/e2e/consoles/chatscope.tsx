/** @jsxImportSource react */
/* chatscope's chat UI kit: React, a contenteditable composer of its own. */
import {
  ChatContainer,
  MainContainer,
  Message,
  MessageInput,
  MessageList,
} from '@chatscope/chat-ui-kit-react';
import sheet from '@chatscope/chat-ui-kit-styles/dist/default/styles.min.css';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type Line, listen, me, say } from './relay-client.ts';

function Chat() {
  const [lines, setLines] = useState<readonly Line[]>([]);
  useEffect(() => listen((line) => setLines((before) => [...before, line])), []);
  return (
    <div style={{ height: 560, position: 'relative' }}>
      <MainContainer>
        <ChatContainer>
          <MessageList>
            {lines.map((line) => (
              <Message
                key={`${line.at}${line.from}`}
                model={{
                  message: line.text,
                  sender: line.from,
                  direction: line.from === me ? 'outgoing' : 'incoming',
                  position: 'single',
                }}
              />
            ))}
          </MessageList>
          <MessageInput
            placeholder="Type here"
            attachButton={false}
            onSend={(_html, text) => {
              void say(text);
            }}
          />
        </ChatContainer>
      </MainContainer>
    </div>
  );
}

const adopted = new CSSStyleSheet();
adopted.replaceSync(sheet);
document.adoptedStyleSheets.push(adopted);
const root = document.querySelector('#root');
if (root) createRoot(root).render(<Chat />);
