/* vue-advanced-chat, the web component, with one room. Its log and composer live in its own shadow root. */
import { register } from 'vue-advanced-chat';
import { type Line, listen, me, say } from './relay-client.ts';

register();

const NAMES = { agent: 'Shop', customer: 'Lin' } as const;
const lines: Line[] = [];

interface ChatElement extends HTMLElement {
  [property: string]: unknown;
}

const chat = document.createElement('vue-advanced-chat') as unknown as ChatElement;
document.querySelector('#root')?.append(chat);

function show(): void {
  chat.messages = lines.map((line, index) => ({
    _id: String(index),
    content: line.text,
    senderId: line.from,
    username: NAMES[line.from],
    timestamp: new Date(line.at).toISOString().slice(11, 16),
    date: 'today',
  }));
  chat.messagesLoaded = true;
}

Object.assign(chat, {
  height: '560px',
  currentUserId: me,
  roomId: '1',
  rooms: [
    {
      roomId: '1',
      roomName: me === 'agent' ? NAMES.customer : NAMES.agent,
      avatar: '',
      users: (['agent', 'customer'] as const).map((id) => ({ _id: id, username: NAMES[id] })),
    },
  ],
  roomsLoaded: true,
  singleRoom: true,
  showAudio: false,
  showEmojis: false,
});
chat.addEventListener('send-message', (event) => {
  const [message] = (event as CustomEvent<[{ content: string }]>).detail;
  void say(message.content);
});
chat.addEventListener('fetch-messages', show);
listen((line) => {
  lines.push(line);
  show();
});
